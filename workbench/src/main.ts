import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/wght.css'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import './style/tokens.css'
import './style/base.css'
import './style/voices.css'
import { mount } from 'svelte'
import App from './App.svelte'

const target = document.querySelector('#page')
if (target) mount(App, { target })
